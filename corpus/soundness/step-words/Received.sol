// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Received {
    uint256 public most;
    uint256 public times;

    function give() external payable {
        if (msg.value > most) most = msg.value;
        if (msg.value > 0) times++;
    }
}
