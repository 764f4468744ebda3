// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// One element becomes what another one is, and elements move within a nested mapping.
contract Copied {
    mapping(address => mapping(address => uint128)) public m;
    mapping(uint64 => uint96) public slots;
    uint256 public cap = 100;
    uint256 public last;
    function set(address b, uint128 v) external { require(v <= cap); m[msg.sender][b] = v; }
    function copy(address a, address b) external { m[msg.sender][b] = m[a][msg.sender]; }
    function swap(address b, address d) external { (m[msg.sender][b], m[msg.sender][d]) = (m[msg.sender][d], m[msg.sender][b]); }
    function raise(uint256 x) external { require(x >= cap); cap = x; }
    function put(uint64 i, uint96 v) external { require(v < 50); slots[i] = v; }
    function shift(uint64 i, uint64 j) external { slots[i] = slots[j]; }
    /// Takes from elements that the lemmas bound.
    function take(address a, address b) external { last = m[a][b] <= cap ? 1 : 2; }
    /// One more than another one: not bounded.
    function more(uint64 i, uint64 j) external { over[i] = over[j] + 1; }
    mapping(uint64 => uint96) public over;
}
