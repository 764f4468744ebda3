// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// A slot that assembly computes as the hash of two words, of which a check keeps the second one small.
contract WordInRange {
    uint256[3] private numbers;

    function write(uint256 key, uint256 row, uint256 x) external {
        require(row < 3 && x <= 10);
        assembly {
            mstore(0, key)
            mstore(32, row)
            sstore(keccak256(0, 64), x)
        }
    }

    function behind(uint256 key, uint256 further, uint256 x) external {
        require(further > 2 && further < 4 && x <= 10);
        assembly {
            mstore(0, key)
            mstore(32, 7)
            sstore(add(keccak256(0, 64), further), x)
        }
    }

    function at(uint256 key, uint256 row) external view returns (uint256 x) {
        assembly {
            mstore(0, key)
            mstore(32, and(row, 7))
            x := sload(keccak256(0, 64))
        }
    }

    function third(uint256 key) external view returns (uint256 x) {
        assembly {
            mstore(0, key)
            mstore(32, 7)
            x := sload(add(keccak256(0, 64), 3))
        }
    }
}
