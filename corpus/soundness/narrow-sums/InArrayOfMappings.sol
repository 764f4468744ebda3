// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract InArrayOfMappings {
    mapping(uint256 => uint32)[3] books;
    uint256 public first;
    uint256 public second;

    function add(bool one, uint256 k, uint16 x) external {
        if (one) {
            books[0][k] += x;
            first += x;
        } else {
            books[1][k] += x;
            second += x;
        }
    }
}
