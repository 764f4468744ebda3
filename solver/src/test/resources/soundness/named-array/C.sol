// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { bytes32 constant SLOT = bytes32(uint256(keccak256("openzeppelin.storage.Ownable")) - 1); function set(bytes32 p, uint256 i, uint256 v) external { require(p == SLOT && i < 4); assembly { mstore(0, p) sstore(add(keccak256(0, 32), i), v) } } function raw() external view returns (uint256 r) { bytes32 q = 0x9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19938f; assembly { r := sload(q) } } }
