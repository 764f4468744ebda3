// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

interface Parent {
    function note() external;
}

/// Its code is known only once its name is: it has no fixed length.
contract Named {
    string public name;

    constructor(string memory chosen) {
        name = chosen;
        Parent(msg.sender).note();
    }
}

contract Plain {
    function call() external {
        Parent(msg.sender).note();
    }
}

/// Its children call what the file excludes while they are made.
contract Naming is Parent {
    uint256 public notes;

    function make(string calldata name) external {
        new Named(name);
    }

    function note() external {
        notes++;
    }
}

/// The code of its children is known.
contract Counting is Parent {
    uint256 public notes;
    uint256 public calls;

    function make() external {
        new Plain().call();
        calls++;
    }

    function note() external {
        notes++;
    }
}

/// Its children are called in later steps.
contract Keeping is Parent {
    Plain public child;
    uint256 public notes;

    function make() external {
        child = new Plain();
    }

    function use() external {
        child.call();
    }

    function note() external {
        notes++;
    }
}
