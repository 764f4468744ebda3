// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IBorrower, VoteToken} from "./FlashVote.sol";

/// Lends everything for the length of one call, and says to whom.
contract NamingPool {
    VoteToken public immutable token;
    address public borrower;

    constructor(VoteToken t) {
        token = t;
    }

    function flashLoan(uint256 amount) external {
        require(borrower == address(0), "lent");
        borrower = msg.sender;
        uint256 before = token.balanceOf(address(this));
        token.transfer(msg.sender, amount);
        require(
            IBorrower(msg.sender).onFlashLoan(msg.sender, address(token), amount, 0, "")
                == keccak256("ERC3156FlashBorrower.onFlashLoan"),
            "no borrower"
        );
        require(token.balanceOf(address(this)) >= before, "not repaid");
        borrower = address(0);
    }
}

/// Refuses the votes of who has borrowed, or of everybody while something is lent.
contract GuardedVote {
    NamingPool public immutable pool;
    bool private immutable careful;
    mapping(address => bool) public voted;
    uint256 public votes;

    constructor(NamingPool p, bool c) {
        pool = p;
        careful = c;
    }

    function vote() external {
        require(!voted[msg.sender], "voted");
        require(careful ? pool.borrower() == address(0) : pool.borrower() != msg.sender, "borrowed");
        voted[msg.sender] = true;
        votes += pool.token().balanceOf(msg.sender);
    }
}
