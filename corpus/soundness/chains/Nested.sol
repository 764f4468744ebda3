// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Tells a number, and then calls who has brought it to, who may bring it to tell another one.
contract Teller {
    event Told(uint256 x);

    function tell(uint256 x) external {
        emit Told(x);
        (bool ok,) = msg.sender.call("");
        require(ok, "refused");
    }
}

/// The other way round: what is told within comes first.
contract LateTeller {
    event Told(uint256 x);

    function tell(uint256 x) external {
        (bool ok,) = msg.sender.call("");
        require(ok, "refused");
        emit Told(x);
    }
}

/// Hears what the relay brings.
contract Listener {
    address public immutable relay;
    uint256 public heard;

    constructor(address relay_) {
        relay = relay_;
    }

    function hear(uint256 x) external {
        require(msg.sender == relay, "not the relay");
        heard = x;
    }
}
