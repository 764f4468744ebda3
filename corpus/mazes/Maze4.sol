// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Made by MazeGenerator, which its test runs; sites of which Maze4.sites.json says what is true.
contract Maze4 {
    event Site(uint256 id);

    uint256 private constant WALLS = 0x150800024;
    uint64 public column;
    uint64 public row;
    uint64 public m0;
    uint64 public m1;
    uint64 public m2;

    function east(uint64 p0, uint64 p1, uint64 p2, uint64 p3) external {
        unchecked {
            move(column + 1, row, p0, p1, p2, p3);
        }
    }

    function south(uint64 p0, uint64 p1, uint64 p2, uint64 p3) external {
        unchecked {
            move(column, row + 1, p0, p1, p2, p3);
        }
    }

    function west(uint64 p0, uint64 p1, uint64 p2, uint64 p3) external {
        unchecked {
            move(column - 1, row, p0, p1, p2, p3);
        }
    }

    function north(uint64 p0, uint64 p1, uint64 p2, uint64 p3) external {
        unchecked {
            move(column, row - 1, p0, p1, p2, p3);
        }
    }

    function move(uint64 c, uint64 r, uint64 p0, uint64 p1, uint64 p2, uint64 p3) private {
        require(c < 6 && r < 6, "edge");
        require((WALLS >> (r * 6 + c)) & 1 == 0, "wall");
        (column, row) = (c, r);
        enter(p0, p1, p2, p3);
    }

    function enter(uint64 p0, uint64 p1, uint64 p2, uint64 p3) private {
        unchecked {
            if (column == 2 && row == 4) {
                if (p0 < p1) {
                    m0 = p1;
                    reached(1);
                }
                return;
            }
            if (column == 5 && row == 4) {
                if (p2 == uint64(82350)) {
                    m1 = p3;
                    reached(2);
                }
                return;
            }
            if (column == 2 && row == 3) {
                if (p0 == uint64(115258165106394553)) {
                    m2 = (p1 + uint64(135));
                    reached(3);
                }
                return;
            }
            if (column == 3 && row == 0) {
                if (p1 != uint64(1)) {
                    reached(4);
                }
                return;
            }
            if (column == 1 && row == 1) {
                if (p1 > (m2 + uint64(2024709))) {
                    reached(5);
                    if (p0 < p2) {
                        reached(6);
                        if ((p2 % uint64(127)) == uint64(38)) {
                            reached(7);
                            if (p1 == (m2 + uint64(2024709))) {
                                reached(8);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 0 && row == 1) {
                if (p1 != uint64(30932)) {
                    if ((p0 % uint64(29)) == uint64(27)) {
                        reached(9);
                        if (p3 == uint64(977101957301335)) {
                            reached(10);
                        }
                    }
                }
                return;
            }
            if (column == 5 && row == 2) {
                if (p2 < (p1 - p2)) {
                    reached(11);
                }
                return;
            }
            if (column == 1 && row == 0) {
                if (p3 == (p2 ^ uint64(29))) {
                    reached(12);
                    if ((p1 % uint64(41)) == uint64(25)) {
                        reached(13);
                    }
                }
                return;
            }
            if (column == 0 && row == 2) {
                if (m1 > uint64(8945129162770)) {
                    if (p3 > p3) {
                        reached(14);
                        if (p3 == m2) {
                            reached(15);
                            if (p2 == p3) {
                                reached(16);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 3 && row == 4) {
                if (p2 > (p0 - p2)) {
                    reached(17);
                }
                return;
            }
            if (column == 1 && row == 2) {
                if (p1 > (m1 + uint64(11))) {
                    if (p1 == (m1 + uint64(11))) {
                        reached(18);
                    }
                }
                return;
            }
            if (column == 1 && row == 5) {
                if (m1 > uint64(56)) {
                    reached(19);
                    if (p2 > (p1 - p2)) {
                        reached(20);
                        if (p1 < uint64(2187200080742574498)) {
                            reached(21);
                        }
                    }
                }
                return;
            }
            if (column == 4 && row == 5) {
                if (p0 != uint64(48)) {
                    reached(22);
                    if ((p0 % uint64(71)) == uint64(37)) {
                        reached(23);
                    }
                }
                return;
            }
            if (column == 3 && row == 1) {
                if (p3 == (p1 ^ uint64(9))) {
                    reached(24);
                    if (p3 < (p1 ^ uint64(9))) {
                        reached(25);
                        if (p2 > (p3 - p3)) {
                            reached(26);
                            if (p3 == (p1 ^ uint64(9))) {
                                reached(27);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 4 && row == 2) {
                if (m1 > uint64(3627259)) {
                    reached(28);
                    if (p2 > (p2 * uint64(41))) {
                        reached(29);
                        if (p3 == (p3 - p0)) {
                            reached(30);
                        }
                    }
                }
                return;
            }
            if (column == 0 && row == 4) {
                if (p3 < (p0 - p0)) {
                    reached(31);
                }
                return;
            }
            if (column == 4 && row == 3) {
                if (p3 == (p1 - p3)) {
                    reached(32);
                }
                return;
            }
            if (column == 4 && row == 1) {
                if (m2 > uint64(2112096272959)) {
                    reached(33);
                    if (p3 == uint64(39)) {
                        reached(34);
                    }
                }
                return;
            }
            if (column == 0 && row == 3) {
                if (p0 < uint64(3168211832832)) {
                    if (p2 > m1) {
                        reached(35);
                        if (p0 < (p3 * uint64(43))) {
                            reached(36);
                        }
                    }
                }
                return;
            }
            if (column == 3 && row == 2) {
                if (p1 == p0) {
                    reached(37);
                }
                return;
            }
            if (column == 4 && row == 0) {
                if (p3 > (p0 - p3)) {
                    reached(38);
                }
                return;
            }
            if (column == 2 && row == 1) {
                if (p1 < m2) {
                    reached(39);
                    if (p1 == p1) {
                        reached(40);
                    }
                }
                return;
            }
        }
    }

    function reached(uint256 id) internal virtual {
        emit Site(id);
    }
}
