// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract Other { fallback() external {} }
contract C {
    address public user;
    bool public reached;
    function reach() external { (bool ok, ) = user.call(""); if (ok) reached = true; }
}
