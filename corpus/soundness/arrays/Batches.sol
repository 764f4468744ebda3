// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Loops without a known bound that lengthen and shorten arrays.
contract Batches {
    mapping(address => uint256[]) private history;
    uint256[] private all;
    mapping(address => uint256) public seen;
    uint256 public cap = 5;

    function raise(uint256 n) external {
        require(n < 10);
        cap = n;
    }

    function batch(address[] calldata who) external {
        for (uint256 i; i < who.length; i++) history[who[i]].push(i);
        seen[msg.sender] = 1;
    }

    function trim(uint256 n) external {
        for (uint256 i; i < n; i++) history[msg.sender].pop();
    }

    function fill(uint256 n) external {
        for (uint256 i; i < n; i++) all.push(i);
        all.push(3);
    }

    function lengthOf(address account) external view returns (uint256) {
        return history[account].length;
    }

    function last() external view returns (uint256) {
        return all[all.length - 1];
    }
}
