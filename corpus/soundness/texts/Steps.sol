// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Loops of unknown length whose counters add a little in each round, or seem to.
contract Steps {
    uint256 public first;
    uint256 public last;
    uint256 public rounds;
    uint256 public cap = 10;

    function note(uint256 from, uint256 to, uint256 n) private {
        first = from;
        last = to;
        rounds = n;
    }

    function wrapping(uint256 from, uint256 n) external {
        uint256 to = from;
        for (uint256 i = 0; i < n; i++) {
            unchecked {
                to += 3;
            }
        }
        note(from, to, n);
    }

    function chosen(uint8 step, uint256 n) external {
        uint256 to = 0;
        for (uint256 i = 0; i < n; i++) to += step;
        note(0, to, n);
    }

    function wide(uint256 n) external {
        uint256 to = 0;
        for (uint256 i = 0; i < n; i++) to += 1 << 40;
        note(0, to, n);
    }

    function falling(uint256 from, uint256 n) external {
        uint256 to = from;
        for (uint256 i = 0; i < n; i++) to -= 2;
        note(from, to, n);
    }

    function counting(uint256 n) external {
        uint256 to = 0;
        for (uint256 i = 0; i < n; i++) to++;
        note(0, to, n);
    }
}
