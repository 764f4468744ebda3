// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Made by MazeGenerator, which its test runs; sites of which Maze1.sites.json says what is true.
contract Maze1 {
    event Site(uint256 id);

    uint256 private constant WALLS = 0x14450;
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
            if (column == 4 && row == 5) {
                if (p2 < p3) {
                    m0 = p3;
                    reached(1);
                }
                return;
            }
            if (column == 2 && row == 5) {
                if (p0 < p1) {
                    m1 = (p1 + uint64(891));
                    reached(2);
                }
                return;
            }
            if (column == 2 && row == 3) {
                if (p1 < p2) {
                    m2 = (p2 + uint64(287));
                    reached(3);
                }
                return;
            }
            if (column == 5 && row == 2) {
                if (p3 > p2) {
                    reached(4);
                    if (m2 > uint64(72)) {
                        reached(5);
                    }
                }
                return;
            }
            if (column == 1 && row == 2) {
                if (p2 == (m1 + uint64(172743163606774))) {
                    reached(6);
                    if (p2 < (m1 + uint64(172743163606774))) {
                        reached(7);
                        if (p2 == (m1 + uint64(172743163606774))) {
                            reached(8);
                        }
                    }
                }
                return;
            }
            if (column == 2 && row == 1) {
                if (p3 > uint64(43385050)) {
                    reached(9);
                    if (m0 > uint64(3553391)) {
                        reached(10);
                        if (p0 > (m0 + uint64(44231193))) {
                            if (p2 < uint64(6275727748912171)) {
                                reached(11);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 4 && row == 3) {
                if (p0 < uint64(176077254547)) {
                    if (p2 < uint64(64)) {
                        reached(12);
                        if (p2 == (p3 * uint64(36))) {
                            reached(13);
                            if (p2 < uint64(1284737469910861)) {
                                reached(14);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 5 && row == 1) {
                if (p0 < p0) {
                    reached(15);
                    if (p1 > uint64(84)) {
                        reached(16);
                        if (p1 == p0) {
                            reached(17);
                        }
                    }
                }
                return;
            }
            if (column == 1 && row == 5) {
                if (p3 != uint64(1468788849078)) {
                    reached(18);
                    if (p3 < (m0 + uint64(35))) {
                        reached(19);
                    }
                }
                return;
            }
            if (column == 5 && row == 3) {
                if (p2 > (p1 - p3)) {
                    reached(20);
                }
                return;
            }
            if (column == 3 && row == 4) {
                if (p1 == uint64(72)) {
                    reached(21);
                    if (p1 > (p3 & uint64(31))) {
                        reached(22);
                    }
                }
                return;
            }
            if (column == 1 && row == 4) {
                if (p3 > m1) {
                    reached(23);
                }
                return;
            }
            if (column == 3 && row == 2) {
                if (p2 == uint64(59531)) {
                    reached(24);
                    if (p1 == p2) {
                        reached(25);
                        if (p3 == (p1 & uint64(40))) {
                            if (p2 > uint64(59130950550700850)) {
                                reached(26);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 5 && row == 0) {
                if (p0 != uint64(71)) {
                    reached(27);
                }
                return;
            }
            if (column == 3 && row == 5) {
                if (p0 == uint64(96)) {
                    if (p0 == (p2 * uint64(21))) {
                        if (p0 != uint64(0)) {
                            reached(28);
                        }
                    }
                }
                return;
            }
            if (column == 2 && row == 4) {
                if (p2 == uint64(1138926693102195279)) {
                    reached(29);
                    if (p1 != uint64(99)) {
                        reached(30);
                        if (p1 != uint64(90611390012295)) {
                            reached(31);
                            if (p1 == (p0 % uint64(42))) {
                                reached(32);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 3 && row == 3) {
                if (p2 < (m1 + uint64(51))) {
                    reached(33);
                }
                return;
            }
            if (column == 3 && row == 0) {
                if (p3 != uint64(117113455)) {
                    if (p3 == uint64(117113455)) {
                        reached(34);
                        if (m0 > uint64(537763740633)) {
                            if (p2 == uint64(151432909205)) {
                                reached(35);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 5 && row == 4) {
                if (p1 < (p1 ^ uint64(29))) {
                    reached(36);
                    if (p1 > p3) {
                        reached(37);
                        if (m2 > uint64(49)) {
                            if (p3 != uint64(116821894)) {
                                reached(38);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 5 && row == 5) {
                if (p0 != uint64(21)) {
                    reached(39);
                    if (p3 > (p1 - p2)) {
                        if (p2 == uint64(13)) {
                            reached(40);
                        }
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
