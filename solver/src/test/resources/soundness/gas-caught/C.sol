// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C {
    uint256 public x;
    function set(uint256 v) external { x = v; }
    function huge() external pure { assembly { mstore(3100000, 1) } }
    function looks() external view { try this.huge() { revert(); } catch {} }
    function acts() external { try this.huge() { revert(); } catch { x = 0; } }
    function says() external view returns (uint256 r) { try this.huge() { r = 1; } catch { r = 2; } }
}
