// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract InStruct {
    struct Fund {
        uint8 kind;
        uint64 total;
        mapping(address => uint32) shares;
    }

    mapping(uint256 => Fund) funds;

    function add(uint16 x) external {
        Fund storage f = funds[3];
        f.shares[msg.sender] += x;
        f.total += x;
    }

    function addTwice(uint16 x) external {
        Fund storage f = funds[4];
        f.shares[msg.sender] += x;
        f.total += 2 * uint32(x);
    }

    function rename(uint256 id, uint8 kind) external { funds[id].kind = kind; }
}
