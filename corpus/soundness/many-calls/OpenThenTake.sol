// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract OpenThenTake {
    uint256 public taken;

    function open() external { assembly { tstore(0, 1) } }

    function take() external {
        uint256 key;
        assembly { key := tload(0) }
        require(key == 1);
        taken = 1;
    }
}
