// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Made by MazeGenerator, which its test runs; sites of which Maze5.sites.json says what is true.
contract Maze5 {
    event Site(uint256 id);

    uint256 private constant WALLS = 0x10104000;
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
            if (column == 1 && row == 2) {
                if (p1 == uint64(49)) {
                    m0 = (p2 + uint64(330));
                    reached(1);
                }
                return;
            }
            if (column == 5 && row == 0) {
                if (p2 < p3) {
                    m1 = (p3 + uint64(319));
                    reached(2);
                }
                return;
            }
            if (column == 5 && row == 3) {
                if (p3 == uint64(206759984)) {
                    m2 = (p0 + uint64(577));
                    reached(3);
                }
                return;
            }
            if (column == 5 && row == 4) {
                if (p1 == m2) {
                    reached(4);
                }
                return;
            }
            if (column == 5 && row == 2) {
                if (p2 != uint64(5019105048)) {
                    if (p2 > (p1 % uint64(39))) {
                        reached(5);
                    }
                }
                return;
            }
            if (column == 2 && row == 5) {
                if (p3 > (m2 + uint64(60))) {
                    reached(6);
                    if (p0 != uint64(41)) {
                        reached(7);
                        if (p3 == (m2 + uint64(60))) {
                            if (p0 < m0) {
                                reached(8);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 2 && row == 1) {
                if (p2 > (p1 ^ uint64(57))) {
                    reached(9);
                }
                return;
            }
            if (column == 5 && row == 5) {
                if (p3 < (m0 + uint64(488314152363623698))) {
                    if (m1 > uint64(929610566)) {
                        if (p0 != uint64(1098896777847763517)) {
                            reached(10);
                        }
                    }
                }
                return;
            }
            if (column == 3 && row == 3) {
                if (p0 == p2) {
                    reached(11);
                    if (p2 > (m2 + uint64(75))) {
                        reached(12);
                        if (p1 < uint64(95)) {
                            reached(13);
                        }
                    }
                }
                return;
            }
            if (column == 1 && row == 4) {
                if (p1 != uint64(42672670653900980)) {
                    reached(14);
                }
                return;
            }
            if (column == 3 && row == 5) {
                if (p0 > p2) {
                    reached(15);
                }
                return;
            }
            if (column == 2 && row == 0) {
                if (m1 > uint64(928213571254)) {
                    if (p0 < (p0 - p1)) {
                        reached(16);
                    }
                }
                return;
            }
            if (column == 1 && row == 3) {
                if (p2 != uint64(2004602268)) {
                    reached(17);
                }
                return;
            }
            if (column == 0 && row == 1) {
                if ((p0 % uint64(65)) == uint64(16)) {
                    if (p2 != uint64(442611)) {
                        if (p0 != uint64(31)) {
                            reached(18);
                        }
                    }
                }
                return;
            }
            if (column == 3 && row == 1) {
                if (p1 == (p3 - p2)) {
                    reached(19);
                }
                return;
            }
            if (column == 1 && row == 1) {
                if (p2 < uint64(4613437623)) {
                    if (p2 < (m2 + uint64(84))) {
                        reached(20);
                    }
                }
                return;
            }
            if (column == 0 && row == 2) {
                if (p3 < uint64(375817120)) {
                    reached(21);
                }
                return;
            }
            if (column == 4 && row == 1) {
                if (p3 > uint64(37642092836)) {
                    reached(22);
                }
                return;
            }
            if (column == 3 && row == 0) {
                if (p2 < uint64(9109644969336369925)) {
                    if (p3 == uint64(17287901092195515)) {
                        reached(23);
                        if (m1 > uint64(10478595776123646)) {
                            if (p2 == m1) {
                                reached(24);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 4 && row == 5) {
                if (p2 == m2) {
                    reached(25);
                    if (p2 < m2) {
                        reached(26);
                        if (m1 > uint64(139635232759647)) {
                            reached(27);
                        }
                    }
                }
                return;
            }
            if (column == 0 && row == 4) {
                if (p1 < uint64(45)) {
                    reached(28);
                    if (p1 < (p3 - p1)) {
                        reached(29);
                        if (p0 > (p2 - p2)) {
                            reached(30);
                        }
                    }
                }
                return;
            }
            if (column == 1 && row == 0) {
                if (p3 == uint64(74)) {
                    reached(31);
                }
                return;
            }
            if (column == 3 && row == 4) {
                if (p3 != uint64(8809691505818302)) {
                    reached(32);
                    if (p1 == p3) {
                        if (m0 > uint64(4537563737523)) {
                            if (p1 > p1) {
                                reached(33);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 4 && row == 0) {
                if (p3 > m0) {
                    reached(34);
                    if (p3 < (m0 + uint64(20731503926329))) {
                        reached(35);
                        if (p2 > (p2 ^ uint64(56))) {
                            if (p3 < (m2 + uint64(240709))) {
                                reached(36);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 4 && row == 3) {
                if (p1 < (p1 - p3)) {
                    reached(37);
                    if (p1 > (m2 + uint64(249158804))) {
                        if (m0 > uint64(34807615587532)) {
                            reached(38);
                            if (p1 == (p1 - p3)) {
                                reached(39);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 0 && row == 3) {
                if (p3 != uint64(60784)) {
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
