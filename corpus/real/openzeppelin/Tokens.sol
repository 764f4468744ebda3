// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.27;

import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {
    TransparentUpgradeableProxy
} from "@openzeppelin/contracts/proxy/transparent/TransparentUpgradeableProxy.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

contract Token is ERC20, Ownable2Step {
    constructor() ERC20("Token", "TOK") Ownable(msg.sender) {
        _mint(msg.sender, 1000e18);
    }

    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }
}

contract PermitToken is ERC20Permit {
    constructor() ERC20("Token", "TOK") ERC20Permit("Token") {
        _mint(msg.sender, 1000e18);
    }
}

contract Collectible is ERC721 {
    uint256 public minted;

    constructor() ERC721("Collectible", "COL") {}

    function mint(address to) external {
        _safeMint(to, ++minted);
    }
}

contract Vault is ERC4626 {
    constructor(IERC20 underlying) ERC20("Vault", "VLT") ERC4626(underlying) {}
}

/// For proxies: nothing is set in the constructor that the proxy would need.
contract ProxiedToken is ERC20, Initializable, UUPSUpgradeable {
    address public minter;

    constructor() ERC20("Token", "TOK") {}

    function initialize(address by) external initializer {
        minter = by;
        _mint(by, 1000e18);
    }

    function mint(address to, uint256 amount) external {
        require(msg.sender == minter, "not the minter");
        _mint(to, amount);
    }

    function _authorizeUpgrade(address) internal view override {
        require(msg.sender == minter, "not the minter");
    }
}
