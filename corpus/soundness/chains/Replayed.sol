// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Tells numbered messages, each number once.
contract Source {
    uint256 public count;

    event Told(uint256 id, uint256 amount);

    function tell(uint256 amount) external {
        emit Told(count++, amount);
    }
}

/// Takes each number once, although the relay may bring it again.
contract Careful {
    address public immutable relay;
    mapping(uint256 => uint256) public taken;

    constructor(address relay_) {
        relay = relay_;
    }

    function receive_(uint256 id, uint256) external {
        require(msg.sender == relay, "not the relay");
        require(taken[id] == 0, "again");
        taken[id] += 1;
    }
}

/// Trusts that the relay brings a message once.
contract Trusting {
    address public immutable relay;
    mapping(uint256 => uint256) public taken;

    constructor(address relay_) {
        relay = relay_;
    }

    function receive_(uint256 id, uint256) external {
        require(msg.sender == relay, "not the relay");
        taken[id] += 1;
    }
}
