// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// Counters at keccak256(name, period), and a list of anybody's own at keccak256(key, number). No variable is a mapping.
contract Words {
    uint256 internal constant NAME = uint256(keccak256("words.spent"));
    uint256 internal constant OTHER = uint256(keccak256("words.other"));

    function at(uint256 first, uint256 second) internal view returns (uint256 value) {
        assembly {
            mstore(0, first)
            mstore(32, second)
            value := sload(keccak256(0, 64))
        }
    }

    function put(uint256 first, uint256 second, uint256 value) internal {
        assembly {
            mstore(0, first)
            mstore(32, second)
            sstore(keccak256(0, 64), value)
        }
    }

    function spent() external view returns (uint256) {
        return at(NAME, block.timestamp / 1 days);
    }

    function spentAt(uint256 day) external view returns (uint256) {
        return at(NAME, day % 1000);
    }

    function otherAt(uint256 number) external view returns (uint256) {
        return at(OTHER, number % 1000);
    }

    function spend(uint256 amount) external {
        uint256 day = block.timestamp / 1 days;
        uint256 sum = at(NAME, day) + amount;
        require(sum <= 100);
        put(NAME, day, sum);
    }
}

/// A key that the caller chooses, and a fixed slot: the same as a counter's where the key is its name.
contract ChosenKey is Words {
    function choose(uint256 key, uint256 value) external {
        put(key, 3, value);
    }
}

/// A slot that the caller chooses.
contract ChosenSlot is Words {
    function choose(uint256 slot, uint256 value) external {
        put(OTHER, slot % 1000, value);
    }
}
