// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Made by MazeGenerator, which its test runs; sites of which Maze2.sites.json says what is true.
contract Maze2 {
    event Site(uint256 id);

    uint256 private constant WALLS = 0x1a5c100;
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
            if (column == 3 && row == 0) {
                if (p2 < p3) {
                    m0 = p3;
                    reached(1);
                }
                return;
            }
            if (column == 2 && row == 5) {
                if (p3 < p0) {
                    m1 = p0;
                    reached(2);
                }
                return;
            }
            if (column == 1 && row == 0) {
                if (p0 == uint64(169391)) {
                    m2 = (p1 + uint64(937));
                    reached(3);
                }
                return;
            }
            if (column == 3 && row == 4) {
                if (p0 == uint64(28103681139285)) {
                    reached(4);
                    if ((p3 % uint64(25)) == uint64(1)) {
                        reached(5);
                        if (p1 == uint64(332109814)) {
                            reached(6);
                        }
                    }
                }
                return;
            }
            if (column == 1 && row == 5) {
                if (p2 < (p1 ^ uint64(31))) {
                    reached(7);
                    if ((p3 % uint64(29)) == uint64(18)) {
                        reached(8);
                        if ((p0 % uint64(101)) == uint64(64)) {
                            if ((p3 % uint64(29)) < uint64(18)) {
                                reached(9);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 3 && row == 1) {
                if (p1 != uint64(88)) {
                    if (p3 != uint64(40644540688)) {
                        reached(10);
                        if (p0 < (p2 - uint64(26))) {
                            reached(11);
                            if (p0 == (p2 - uint64(26))) {
                                reached(12);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 5 && row == 2) {
                if (p1 == (p1 ^ uint64(43))) {
                    reached(13);
                    if (p0 == p1) {
                        reached(14);
                        if (p2 == (p1 ^ uint64(27))) {
                            reached(15);
                            if (p0 != uint64(64)) {
                                reached(16);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 4 && row == 0) {
                if (m2 > uint64(49368358853116)) {
                    reached(17);
                    if (p2 != uint64(45)) {
                        reached(18);
                    }
                }
                return;
            }
            if (column == 5 && row == 5) {
                if (p0 == p3) {
                    reached(19);
                }
                return;
            }
            if (column == 3 && row == 5) {
                if (p3 < uint64(219624)) {
                    if (p3 == uint64(219624)) {
                        reached(20);
                    }
                }
                return;
            }
            if (column == 4 && row == 1) {
                if (p0 > uint64(407323131235516164)) {
                    reached(21);
                    if ((p0 % uint64(37)) == uint64(21)) {
                        reached(22);
                        if ((p0 % uint64(37)) < uint64(21)) {
                            reached(23);
                        }
                    }
                }
                return;
            }
            if (column == 0 && row == 1) {
                if (p1 != uint64(127338076389996372)) {
                    reached(24);
                }
                return;
            }
            if (column == 1 && row == 1) {
                if (p1 > uint64(1125607756840342)) {
                    reached(25);
                }
                return;
            }
            if (column == 2 && row == 3) {
                if ((p0 % uint64(71)) == uint64(12)) {
                    reached(26);
                }
                return;
            }
            if (column == 4 && row == 3) {
                if (p2 == m0) {
                    if (p1 < p3) {
                        reached(27);
                    }
                }
                return;
            }
            if (column == 4 && row == 4) {
                if (p0 != uint64(31)) {
                    reached(28);
                }
                return;
            }
            if (column == 2 && row == 0) {
                if (p2 != uint64(1305488692407797)) {
                    reached(29);
                    if ((p0 % uint64(84)) == uint64(22)) {
                        reached(30);
                        if (p2 > uint64(70)) {
                            reached(31);
                        }
                    }
                }
                return;
            }
            if (column == 1 && row == 2) {
                if (p0 != uint64(1696647090)) {
                    reached(32);
                    if (p1 > (p3 % uint64(15))) {
                        if (p2 < uint64(170156097734031042)) {
                            if (p0 == uint64(8)) {
                                reached(33);
                            }
                        }
                    }
                }
                return;
            }
            if (column == 0 && row == 2) {
                if (m1 > uint64(133230846287)) {
                    reached(34);
                    if (p0 < m1) {
                        reached(35);
                        if (p0 == m2) {
                            reached(36);
                        }
                    }
                }
                return;
            }
            if (column == 5 && row == 4) {
                if (p3 == p0) {
                    reached(37);
                    if (p3 < p0) {
                        reached(38);
                        if (p3 < uint64(125951)) {
                            reached(39);
                        }
                    }
                }
                return;
            }
            if (column == 1 && row == 3) {
                if (m2 > uint64(71086528565118765)) {
                    if (p0 > (p0 - p2)) {
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
