// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Compares hashes. Data of one length have one hash each; what is packed may be cut in two ways.
contract Hashes {
    bool public pairs;
    bool public firsts;
    bool public lengths;
    bool public packed;
    bool public cut;

    function comparePairs(uint256 a, uint256 b, uint256 c, uint256 d) external {
        require(keccak256(abi.encode(a, b)) == keccak256(abi.encode(c, d)), "different");
        if (a != c || b != d) {
            pairs = true;
        }
    }

    function compareFirsts(uint256 a, uint256 b, uint256 c, uint256 d) external {
        require(keccak256(abi.encode(a, 1)) == keccak256(abi.encode(c, 1)), "different");
        if (a != c || b != d) {
            firsts = true;
        }
    }

    function compareLengths(uint256 a, uint256 b, uint256 c) external {
        if (keccak256(abi.encode(a)) == keccak256(abi.encode(b, c))) {
            lengths = true;
        }
    }

    function comparePacked(uint128 a, uint128 b, uint256 c) external {
        if (keccak256(abi.encodePacked(a, b)) == keccak256(abi.encode(c)) && (uint256(a) << 128 | b) != c) {
            packed = true;
        }
    }

    function compareCut(uint8 a, uint16 b, uint16 c, uint8 d) external {
        if (keccak256(abi.encodePacked(a, b)) == keccak256(abi.encodePacked(c, d)) && a != d) {
            cut = true;
        }
    }
}
