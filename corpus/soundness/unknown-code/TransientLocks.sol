// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IHook {
    function hook() external;
}

contract Transient {
    uint256 public n;
    uint256 public seen;

    modifier guard() {
        assembly {
            if tload(0) { revert(0, 0) }
            tstore(0, 1)
        }
        _;
        assembly {
            tstore(0, 0)
        }
    }

    function run(address t) external guard {
        uint256 before = n;
        IHook(t).hook();
        if (n != before) seen = 1;
    }

    function bump() external guard {
        n += 1;
    }
}

contract TransientOpen {
    uint256 public n;
    uint256 public seen;

    modifier guard() {
        assembly {
            if tload(0) { revert(0, 0) }
            tstore(0, 1)
        }
        _;
        assembly {
            tstore(0, 0)
        }
    }

    function run(address t) external guard {
        uint256 before = n;
        IHook(t).hook();
        if (n != before) seen = 1;
    }

    function bump() external guard {
        n += 1;
    }

    function open() external {
        assembly {
            tstore(0, 0)
        }
    }
}
