// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Arrays in mappings that properties read by path: of structs, of elements that share a slot, and of signed numbers.
contract ElementPaths {
    struct Note {
        uint128 amount;
        uint64 time;
        bool spent;
        uint256 memo;
    }

    mapping(address => Note[]) public notes;
    mapping(address => uint128[]) private small;
    mapping(address => mapping(uint256 => int64[])) private deltas;
    uint256 public total;

    function issue(uint128 amount, uint256 memo) external {
        require(amount <= 60);
        notes[msg.sender].push(Note(amount, uint64(block.timestamp), false, memo));
        total += amount;
    }

    function spend(uint256 i) external {
        Note storage note = notes[msg.sender][i];
        require(!note.spent && block.timestamp >= note.time);
        note.spent = true;
        total -= note.amount;
    }

    function append(uint128 x) external {
        require(x <= 9);
        small[msg.sender].push(x);
    }

    function overwrite(uint256 i, uint128 x) external {
        require(x <= 9);
        small[msg.sender][i] = x;
    }

    function shift(uint256 kind, int64 x) external {
        require(x >= -3 && x <= 3);
        deltas[msg.sender][kind].push(x);
    }
}
