// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public got; uint256 public n; function pay() external payable { got += msg.value; n++; } receive() external payable { got += 1; } fallback() external payable { n += 2; } }
