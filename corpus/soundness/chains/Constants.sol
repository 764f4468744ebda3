// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Tells numbers.
contract Teller {
    event Told(uint256 x);

    function tell(uint256 x) external {
        emit Told(x);
    }
}

/// Keeps what it is called with.
contract Listener {
    address public immutable relay;
    uint256 public calls;
    int256 public below;
    int8 public little;
    bytes4 public kind;
    bool public flag;
    address public who;

    constructor(address relay_) {
        relay = relay_;
    }

    function hear(int256 below_, int8 little_, bytes4 kind_, bool flag_, address who_, uint256) external {
        require(msg.sender == relay, "not the relay");
        calls += 1;
        below = below_;
        little = little_;
        kind = kind_;
        flag = flag_;
        who = who_;
    }
}
