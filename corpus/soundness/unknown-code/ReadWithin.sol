// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IHook {
    function hook() external;
}


interface IPool {
    function price() external view returns (uint256);
}

/// The price is 0 between transactions, and not while a call runs.
contract Pool {
    uint256 public shares = 1000;
    uint256 public reserve = 1000;
    bool private locked;

    modifier guard() {
        require(!locked, "entered");
        locked = true;
        _;
        locked = false;
    }

    function leave(address t, uint256 x) external guard {
        require(x <= shares, "poor");
        shares -= x;
        IHook(t).hook();
        reserve -= x;
    }

    function price() external view returns (uint256) {
        return reserve - shares;
    }
}

/// The same, where the price cannot be read while a call runs.
contract PoolLocked {
    uint256 public shares = 1000;
    uint256 public reserve = 1000;
    bool private locked;

    modifier guard() {
        require(!locked, "entered");
        locked = true;
        _;
        locked = false;
    }

    function leave(address t, uint256 x) external guard {
        require(x <= shares, "poor");
        shares -= x;
        IHook(t).hook();
        reserve -= x;
    }

    function price() external view returns (uint256) {
        require(!locked, "entered");
        return reserve - shares;
    }
}

contract Lender {
    IPool private immutable pool;
    uint256 public seen;

    constructor(IPool p) {
        pool = p;
    }

    function look() external {
        seen = pool.price();
    }
}
