// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.0;

// A loop that never ends takes all gas, though no path leaves it.
contract C {
    mapping(uint256 => uint256) public steps;
    uint64 public begin;
    uint256 public done;

    function enter(uint128 p, uint64 q) external {
        require(uint256(p) * 1_000_003 + q == 98_765_432_123_456_789 * 1_000_003 + 4_077 && q < 1_000_003);
        begin = 1;
    }

    function spin() public view returns (uint256) {
        if (begin > 0) {
            uint256 at = begin;
            while (true) {
                unchecked {
                    at += steps[at] > 5 ? 1 : 2;
                }
            }
        }
        return 1;
    }

    function caught() external view returns (uint256) {
        try this.spin() returns (uint256 answer) {
            return answer;
        } catch {
            return 7;
        }
    }

    function run() external {
        done = spin();
    }
}
