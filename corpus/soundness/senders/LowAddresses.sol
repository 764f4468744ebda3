// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract LowAddresses {
    uint256 public below;
    uint256 public at;
    uint256 public origin;

    function enter() external {
        if (uint160(msg.sender) < 0x200) below = 1;
        if (uint160(msg.sender) <= 0x200) at = 1;
        if (uint160(tx.origin) < 0x200) origin = 1;
    }
}
