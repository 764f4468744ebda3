// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Who committed to the hash of a secret and shows the secret, is believed.
contract Commitments {
    uint256 private immutable least;
    mapping(bytes32 => uint256) private committed;
    uint256 public shown;

    constructor(uint256 l) {
        least = l;
    }

    function commit(bytes32 hash) external {
        committed[hash] = block.timestamp;
    }

    function show(uint256 secret, bytes32 salt) external {
        uint256 at = committed[keccak256(abi.encode(msg.sender, secret, salt))];
        require(at != 0, "not committed");
        require(block.timestamp - at >= least, "too early");
        shown++;
    }
}

/// Gives numbers that nobody guesses: the one returns them, the other one says them in an event.
contract Tickets {
    mapping(uint256 => uint256) private paid;
    mapping(bytes32 => uint256) private told;
    uint256 private count;
    uint256 public taken;
    uint256 public cancelled;

    event Told(bytes32 indexed id, address indexed who);

    function open(uint256 amount) external returns (uint256 id) {
        id = uint256(keccak256(abi.encode(msg.sender, amount, count++)));
        paid[id] = amount + 1;
    }

    function take(uint256 id) external {
        require(paid[id] != 0, "no such ticket");
        paid[id] = 0;
        taken++;
    }

    function ask(uint256 amount) external {
        bytes32 id = keccak256(abi.encode(amount, msg.sender, count++));
        told[id] = amount + 1;
        emit Told(id, msg.sender);
    }

    function cancel(bytes32 id, address) external {
        require(told[id] != 0, "not asked");
        told[id] = 0;
        cancelled++;
    }
}
