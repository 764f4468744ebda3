// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract SignedField {
    mapping(uint256 => int8) public level;
    int8 public lone;

    function raise(uint256 k, int8 x) external {
        require(x > 0);
        level[k] = x;
        lone = x;
    }

    function scribble(uint256 k) external {
        assembly {
            mstore(0, k)
            mstore(32, level.slot)
            let at := keccak256(0, 64)
            sstore(at, or(and(sload(at), 0xff), shl(255, 1)))
        }
    }

    function lower(uint256 k) external { level[k] = -1; }
}
