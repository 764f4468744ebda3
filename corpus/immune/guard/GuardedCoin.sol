// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CoinGuard} from "./CoinGuard.sol";

/// @title A coin that anybody can mint, on reserves that anybody can report, and a guard
contract GuardedCoin is CoinGuard {
    mapping(address user => uint256) public balanceOf;
    uint256 public totalSupply;
    uint256 public reserves = 1_000_000 ether;

    event Minted(address indexed to, uint256 amount);
    event Burned(address indexed from, uint256 amount);

    function mint(address to, uint256 amount) external guarded {
        balanceOf[to] += amount;
        totalSupply += amount;
        emit Minted(to, amount);
        _guardMinted(amount);
    }

    function burn(uint256 amount) external guarded {
        balanceOf[msg.sender] -= amount;
        totalSupply -= amount;
        emit Burned(msg.sender, amount);
    }

    function report(uint256 amount) external guardedReport(amount) {
        reserves = amount;
    }
}
