// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Counts on one chain only.
contract Kid {
    uint256 public immutable where;
    uint256 public count;

    constructor(uint256 where_) {
        where = where_;
    }

    function add() external {
        require(block.chainid == where, "not here");
        count += 1;
    }
}

/// Creates one contract.
contract Mother {
    uint256 public immutable where;
    Kid public kid;
    uint256 public seen;

    constructor(uint256 where_) {
        where = where_;
    }

    function bear() external {
        require(address(kid) == address(0), "there is one");
        kid = new Kid(where);
    }

    function look() external {
        seen = kid.count();
    }
}

/// Calls what it is given.
contract Caller {
    function call(Kid kid) external {
        kid.add();
    }
}

/// Takes no ether.
contract Still {
    uint256 public count;

    function add() external {
        count += 1;
    }
}

/// Leaves what it is sent to whoever it is told, by a contract that ends at once.
contract Bomb {
    function leave(address heir) external payable {
        bytes memory code = abi.encodePacked(hex"73", heir, hex"ff");
        address made;
        assembly {
            made := create(callvalue(), add(code, 32), mload(code))
        }
        require(made != address(0), "not made");
    }
}
