// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Takes ether in on one chain and tells how much.
contract Vault {
    uint256 public locked;
    uint256 public count;

    event Locked(uint256 id, address to, uint256 amount);

    function lock(address to) external payable {
        locked += msg.value;
        emit Locked(count++, to, msg.value);
    }
}

/// Issues on another chain what was locked.
contract Minter {
    address public immutable relay;
    uint256 public total;
    mapping(address => uint256) public balances;

    event Minted(uint256 id, address to, uint256 amount);

    constructor(address relay_) {
        relay = relay_;
    }

    function mint(uint256 id, address to, uint256 amount) external {
        require(msg.sender == relay, "not the relay");
        total += amount;
        balances[to] += amount;
        emit Minted(id, to, amount);
    }
}

/// Anybody can mint.
contract OpenMinter {
    uint256 public total;

    event Minted(uint256 id, address to, uint256 amount);

    constructor(address) {}

    function mint(uint256 id, address to, uint256 amount) external {
        total += amount;
        emit Minted(id, to, amount);
    }
}
