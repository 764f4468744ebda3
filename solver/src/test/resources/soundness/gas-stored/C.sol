// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C {
    uint256 public left;
    function work() external view returns (uint256 s) {
        assembly { for { let i := 0 } lt(i, 30) { i := add(i, 1) } { s := add(s, sload(add(i, 1000))) } }
    }
    function store(uint256 far) external {
        assembly { if iszero(eq(far, 2934500)) { revert(0, 0) } mstore(2934500, 1) }
        left = gasleft();
    }
    function again() external view returns (uint256) { return this.work{gas: left}(); }
    function small() external view returns (uint256) { return gasleft(); }
    function relayed() external view returns (uint256 r) {
        uint256 gas = this.small{gas: 5000}();
        try this.work{gas: gas}() returns (uint256) { r = 1; } catch { r = 2; }
    }
}
