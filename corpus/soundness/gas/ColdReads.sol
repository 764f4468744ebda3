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
            for (uint256 i = 1_000; i < 1_000 + most; i++) {
                assembly { s := add(s, sload(i)) }
            }
            assembly { sstore(1000, add(s, 1)) }
        }
    }
}
