// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract OncePerBlock {
    uint256 public last;
    uint256 public lastLoose;
    uint256 public again;

    function strict() external {
        require(block.number > last);
        last = block.number;
    }

    function loose() external {
        require(block.number >= lastLoose);
        if (block.number == lastLoose) again = 1;
        lastLoose = block.number;
    }
}
