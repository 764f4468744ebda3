// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.0;

// A call in a later round has less gas than the one in the first, and only that one runs out of it.
contract C {
    uint256 public rounds;
    uint256 public done;

    function enter(uint128 p, uint64 q) external {
        require(uint256(p) * 1_000_003 + q == 98_765_432_123_456_789 * 1_000_003 + 4_077 && q < 1_000_003);
        rounds = q - 4_075;
    }

    // Takes about 12 million gas.
    function heavy() external pure {
        assembly {
            mstore(2500000, 1)
        }
    }

    function failures() public view returns (uint256 found) {
        for (uint256 i; i < rounds;) {
            try this.heavy() {}
            catch {
                found = 1;
            }
            unchecked {
                i++;
            }
        }
    }

    function look() external view {
        require(failures() == 1);
    }

    function run() external {
        require(failures() == 1);
        done = 1;
    }

    // The call stands in a loop within the loop.
    function deep() external {
        uint256 found;
        for (uint256 i = 1; i < rounds;) {
            for (uint256 k; k < rounds;) {
                try this.heavy() {}
                catch {
                    found = 1;
                }
                unchecked {
                    k++;
                }
            }
            unchecked {
                i++;
            }
        }
        require(found == 1);
        done = 1;
    }
}
