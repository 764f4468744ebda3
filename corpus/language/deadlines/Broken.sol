// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Pauses itself for some blocks.
contract Broken {
    uint256 public since;

    function paused() public view returns (bool) {
        return since != 0 && block.number < since + 7;
    }

    function pause() external {
        require(!paused(), "paused already");
        since = block.number;
    }
}
