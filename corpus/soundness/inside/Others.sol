// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Coin {
    mapping(address => uint256) public balanceOf;

    constructor() {
        balanceOf[msg.sender] = 100;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
        return true;
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        balanceOf[from] -= value;
        balanceOf[to] += value;
        return true;
    }

    function approve(address, uint256) external pure returns (bool) {
        return true;
    }

    function allowance(address, address) external pure returns (uint256) {
        return 0;
    }

    function totalSupply() external pure returns (uint256) {
        return 100;
    }
}

/// A callee of which only its behaviour is known, and a call with little gas.
contract Uses {
    uint256 public x;
    Coin public immutable coin;

    constructor(Coin coin_) {
        coin = coin_;
    }

    function moves() external {
        x = 5;
        coin.transfer(msg.sender, 0);
        x = 0;
    }

    function pays() external {
        x = 5;
        payable(msg.sender).transfer(0);
        x = 0;
    }
}

contract Code {
    uint256 public x;

    function calls() external {
        x = 5;
        (bool ok,) = msg.sender.call("");
        require(ok, "refused");
        x = 0;
    }

    function noop() external {}
}

contract Delegate {
    address private immutable target;

    constructor(address target_) {
        target = target_;
    }

    fallback() external payable {
        address code = target;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), code, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(ok) { revert(0, returndatasize()) }
            return(0, returndatasize())
        }
    }
}

/// The constructor of what it creates calls it back.
contract Maker {
    uint256 public x;

    function makes() external {
        x = 5;
        new Back(this);
        x = 0;
    }

    function noop() external {}
}

contract Back {
    constructor(Maker maker) {
        maker.noop();
    }
}
