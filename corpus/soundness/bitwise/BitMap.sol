// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Flags, 256 in a word, each at an index that is not constant.
contract BitMap {
    mapping(uint256 => uint256) private words;

    function claim(uint256 i) external {
        require(!isSet(i));
        words[i >> 8] |= 1 << (i & 0xff);
    }

    function clear(uint256 i) external {
        words[i >> 8] &= ~(1 << (i & 0xff));
    }

    function turn(uint256 i) external {
        words[i >> 8] ^= 1 << (i & 0xff);
    }

    function isSet(uint256 i) public view returns (bool) {
        return (words[i >> 8] >> (i & 0xff)) & 1 == 1;
    }
}
