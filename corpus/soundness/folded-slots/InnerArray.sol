// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Code that pushes the slots of an array in an array, and hides a write to an element in a number.
contract InnerArray {
    uint256[][] private rows;
    bytes32 public seen;
    bool public done;

    function grow() external {
        rows.push();
    }

    function put(uint256 i) external {
        rows[i].push(0);
    }

    function hit() external {
        done = true; // by the mask that a namespace has
        assembly {
            sstore(1, 0x290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563) // the slot of rows[0]
            sstore(0x510e4e770828ddbf7f7b00ab00a9f6adaf81c0dc9cc85f1f8249c256942d61d9, 7) // that of rows[0][0]
        }
    }
}
