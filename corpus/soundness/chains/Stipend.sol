// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Pays with no more gas than a stipend, which is enough for an event, and not for a write to storage.
contract Payer {
    event Told(uint256 x);

    function tell(uint256 x) external {
        emit Told(x);
    }

    function pay(address payable to) external payable {
        to.transfer(msg.value);
    }
}

/// Tells of what it writes down, which takes more than a stipend.
contract WritingPayer {
    uint256 public told;

    event Told(uint256 x);

    function tell(uint256 x) external {
        told += 1;
        emit Told(x);
    }

    function pay(address payable to) external payable {
        to.transfer(msg.value);
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
