// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256 public n; bool public caught; function inner() external { require(msg.sender == address(this)); n++; } function f() external { try this.inner() { } catch { caught = true; } } }
