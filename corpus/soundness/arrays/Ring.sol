// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Arrays of fixed length at indexes that are not constant: words, structs of two slots, and elements that share a slot.
contract Ring {
    struct Cell {
        uint128 amount;
        uint64 time;
        uint256 note;
    }

    uint256[24] private ring;
    Cell[8] private cells;
    uint64[8] private marks;
    uint256 public behind;
    uint256 private head;

    function push(uint256 x) external {
        require(x <= 100);
        ring[head % 24] = x;
        head++;
    }

    function put(uint256 i, uint128 amount) external {
        cells[i].amount = amount;
        cells[i].time = uint64(block.timestamp);
    }

    function annotate(uint256 i, uint256 note) external {
        cells[i].note = note;
    }

    function mark(uint256 i, uint64 value) external {
        require(value <= 77);
        marks[i] = value;
    }

    function at(uint256 i) external view returns (uint256) {
        return ring[i];
    }

    function amountAt(uint256 i) external view returns (uint256) {
        return cells[i].amount;
    }

    function markAt(uint256 i) external view returns (uint256) {
        return marks[i];
    }
}
