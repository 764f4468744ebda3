// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IHook {
    function hook() external;
}

contract Packed {
    uint64 public a;
    bool private locked;
    uint256 public n;
    uint256 public seen;

    modifier guard() {
        require(!locked, "entered");
        locked = true;
        _;
        locked = false;
    }

    function run(address t) external guard {
        uint256 before = n;
        IHook(t).hook();
        if (n != before) seen = 1;
    }

    function bump() external guard {
        n += 1;
    }

    function set(uint64 x) external {
        a = x;
    }
}

/// Writes the whole slot.
contract PackedOver {
    uint64 public a;
    bool private locked;
    uint256 public n;
    uint256 public seen;

    modifier guard() {
        require(!locked, "entered");
        locked = true;
        _;
        locked = false;
    }

    function run(address t) external guard {
        uint256 before = n;
        IHook(t).hook();
        if (n != before) seen = 1;
    }

    function bump() external guard {
        n += 1;
    }

    function set(uint64 x) external {
        assembly {
            sstore(0, x)
        }
    }
}
