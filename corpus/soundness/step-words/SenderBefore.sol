// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract SenderBefore {
    address public holder;

    function take() external { holder = msg.sender; }
}
