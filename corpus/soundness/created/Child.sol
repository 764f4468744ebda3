// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

contract Child {
    Parent private immutable parent;

    constructor(Parent made) {
        parent = made;
    }

    function poke() external {
        parent.inc();
        parent.inc();
    }
}

/// Its constructor creates a contract that may do what nobody else may, and that the specification does not name.
contract Parent {
    uint256 public x;
    Child private immutable child;

    constructor() {
        child = new Child(this);
    }

    function inc() external {
        require(msg.sender == address(child));
        x++;
    }
}
