// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C {
    uint256 public x;
    function set(uint256 v) external { x = v; }
    function leaf() external view returns (uint256 s) {
        assembly {
            for { let i := 0 } lt(i, 38) { i := add(i, 1) } {
                s := add(s, sload(add(i, 1000))) s := add(s, sload(add(i, 2000))) s := add(s, sload(add(i, 3000)))
                s := add(s, sload(add(i, 4000))) s := add(s, sload(add(i, 5000))) s := add(s, sload(add(i, 6000)))
            }
        }
    }
    function middle() external view returns (uint256 r) { try this.leaf() returns (uint256) { r = 1; } catch { r = 2; } }
    function top() external view returns (uint256 r) {
        try this.middle{gas: 400000}() returns (uint256 y) { r = y; } catch { r = 3; }
    }
}
