// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Nested {
    mapping(uint8 => mapping(uint8 => bool)) public edge;

    function connect(uint8 a, uint8 b) external { edge[a][b] = true; }
    function fill(uint8 a) external { edge[a][a] = true; }
}
