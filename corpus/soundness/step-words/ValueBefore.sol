// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ValueBefore {
    uint256 public paid;
    uint256 public large;
    uint256 public nearly;

    function pay() external payable {
        paid = msg.value;
        if (msg.value >= 1 << 128) large++;
        if (msg.value == (1 << 128) - 1) nearly++;
    }
}
