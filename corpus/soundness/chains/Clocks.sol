// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Tells what time it is.
contract Teller {
    event Time(uint256 at);

    function tell() external {
        emit Time(block.timestamp);
    }
}

/// Compares what it is told with its own clock.
contract Listener {
    address public immutable relay;
    uint256 public told;
    uint256 public own;

    constructor(address relay_) {
        relay = relay_;
    }

    function hear(uint256 at) external {
        require(msg.sender == relay, "not the relay");
        told = at;
        own = block.timestamp;
    }

    function chain() external view returns (uint256) {
        return block.chainid;
    }
}
