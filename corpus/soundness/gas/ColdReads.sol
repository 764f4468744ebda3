// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ColdReads {
    bool public long;

    function lengthen(uint256 a) external {
        require(a < 1 << 60 && a * a * a == 1030607060301); // 10101
        long = true;
    }

    function scan() external {
        unchecked {
            uint256 s;
            uint256 most = long ? 9_000 : 3_000;
            for (uint256 i = 1_000; i < 1_000 + most; i += 10) {
                assembly {
                    s := add(s, add(sload(i), sload(add(i, 1))))
                    s := add(s, add(sload(add(i, 2)), sload(add(i, 3))))
                    s := add(s, add(sload(add(i, 4)), sload(add(i, 5))))
                    s := add(s, add(sload(add(i, 6)), sload(add(i, 7))))
                    s := add(s, add(sload(add(i, 8)), sload(add(i, 9))))
                }
            }
            assembly { sstore(1000, add(s, 1)) }
        }
    }
}
