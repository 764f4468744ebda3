// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Made by MazeGenerator, which its test runs; sites of which Maze3.sites.json says what is true.
contract Maze3 {
    event Site(uint256 id);

    uint256 private constant WALLS = 0x413010418;
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
            if (column == 0 && row == 3) {
                if (p1 < p2) {
                    m0 = (p2 + uint64(854));
                    reached(1);
                }
                return;
            }
            if (column == 3 && row == 2) {
                if (p3 < p0) {
                    m1 = (p0 + uint64(959));
                    reached(2);
                }
                return;
            }
            if (column == 2 && row == 0) {
                if (p3 == uint64(66)) {
                    m2 = (p0 + uint64(953));
                    reached(3);
                }
                return;
            }
            if (column == 0 && row == 5) {
                if (p0 < m0) {
                    reached(4);
                    if (p0 == m0) {
                        reached(5);
                    }
                }
                return;
            }
            if (column == 2 && row == 3) {
                if (p0 > p3) {
                    reached(6);
                }
                return;
            }
            if (column == 0 && row == 2) {
                if (m0 > uint64(58)) {
                    reached(7);
                    if (m0 > uint64(6842123178578152)) {
                        if (p1 == p0) {
                            reached(8);
                        }
                    }
                }
                return;
            }
            if (column == 5 && row == 2) {
                if (p2 > uint64(17937548584857043)) {
                    if (m0 > uint64(82)) {
                        reached(9);
                    }
                }
                return;
            }
            if (column == 2 && row == 4) {
                if (p3 > p0) {
                    reached(10);
                }
                return;
            }
            if (column == 5 && row == 5) {
                if (p3 == uint64(1055582297)) {
                    reached(11);
                    if (p0 < m0) {
                        if (p2 == uint64(1)) {
                            reached(12);
                            if ((p3 % uint64(116)) == uint64(1)) {
                                reached(13);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 0 && row == 1) {
                if (p0 == m2) {
                    reached(14);
                }
                return;
            }
            if (column == 2 && row == 2) {
                if (p3 == uint64(30)) {
                    if (p3 == p0) {
                        if (p2 == uint64(7203282726284509824)) {
                            reached(15);
                        }
                    }
                }
                return;
            }
            if (column == 3 && row == 5) {
                if (p2 < uint64(181519226646289)) {
                    reached(16);
                }
                return;
            }
            if (column == 2 && row == 1) {
                if (p0 == uint64(32247052988636)) {
                    reached(17);
                    if (p1 == uint64(1318174442995037375)) {
                        reached(18);
                        if (p2 > (p3 - p3)) {
                            if (p0 < uint64(32247052988636)) {
                                reached(19);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 1 && row == 2) {
                if (p1 < p2) {
                    reached(20);
                    if (p1 == (p2 - p3)) {
                        reached(21);
                        if (p1 == p2) {
                            reached(22);
                        }
                    }
                }
                return;
            }
            if (column == 1 && row == 3) {
                if (m1 > uint64(3121148824)) {
                    reached(23);
                    if (p2 > (m2 + uint64(285877))) {
                        reached(24);
                        if ((p3 % uint64(154)) == uint64(59)) {
                            reached(25);
                        }
                    }
                }
                return;
            }
            if (column == 5 && row == 0) {
                if (p2 > m2) {
                    reached(26);
                    if (p1 == (p1 - p2)) {
                        if ((p2 % uint64(108)) == uint64(10)) {
                            reached(27);
                        }
                    }
                }
                return;
            }
            if (column == 1 && row == 5) {
                if (p3 == (p3 - p0)) {
                    reached(28);
                    if (p0 == (p0 * uint64(58))) {
                        reached(29);
                    }
                }
                return;
            }
            if (column == 2 && row == 5) {
                if (p2 == m0) {
                    if (p2 < (p1 * uint64(31))) {
                        reached(30);
                        if (p1 > m0) {
                            reached(31);
                        }
                    }
                }
                return;
            }
            if (column == 5 && row == 1) {
                if (p0 != uint64(7095722812310)) {
                    reached(32);
                }
                return;
            }
            if (column == 1 && row == 0) {
                if (p3 < m1) {
                    reached(33);
                    if (p1 < (p1 * uint64(29))) {
                        reached(34);
                        if (p0 > (p0 % uint64(55))) {
                            if (p0 == p3) {
                                reached(35);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 5 && row == 4) {
                if (p3 > (m0 + uint64(356375713287727273))) {
                    reached(36);
                }
                return;
            }
            if (column == 3 && row == 1) {
                if ((p1 % uint64(150)) == uint64(54)) {
                    reached(37);
                }
                return;
            }
            if (column == 1 && row == 1) {
                if (p1 < m1) {
                    if (p3 < uint64(11893730060696)) {
                        if (p2 != uint64(2995485171794)) {
                            reached(38);
                            if (m0 > uint64(94)) {
                                reached(39);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 5 && row == 3) {
                if ((p0 % uint64(117)) == uint64(18)) {
                    reached(40);
                }
                return;
            }
        }
    }

    function reached(uint256 id) internal virtual {
        emit Site(id);
    }
}
