// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Bitwise operations of two unknowns, which the prover leaves abstract.
contract C {
    uint256 public constant MOST = 1000;
    uint256 public stored;

    function mix(uint256 a, uint256 b, uint256 c) external {
        uint256 mixed = ((a & b) | c) ^ (a | b);
        require(mixed <= MOST);
        stored = mixed;
    }
}
